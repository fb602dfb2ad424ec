FIGURES = {
    "live": {"kind": "live_network"},
    "live-two": {"kind": "live_network", "digit": "misread-1", "models": ["digits", "digits-relu"]},
}
ALSO = {
    "live and one hidden layer": ("short", FIGURES["live"]),
    "live and many layers": ("long", FIGURES["live"]),
}
