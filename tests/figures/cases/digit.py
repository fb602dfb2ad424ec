FIGURES = {
    "digit": {"kind": "digit", "digit": "3-1"},
    "plain-digit": {"kind": "digit", "digit": "8-1", "inset": False},
}
