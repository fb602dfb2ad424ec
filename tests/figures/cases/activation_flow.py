FIGURES = {
    "flow": {"kind": "activation_flow", "digit": "3-1"},
    "misread": {"kind": "activation_flow", "digit": "misread-1"},
}
ALSO = {
    "flow of a large network": ("large", FIGURES["flow"]),
    "flow of many layers": ("long", FIGURES["flow"]),
}
