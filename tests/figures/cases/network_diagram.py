FIGURES = {"diagram": {"kind": "network_diagram"}}
ALSO = {
    "diagram of many layers": ("long", FIGURES["diagram"]),
    "diagram of one layer": ("one-layer", FIGURES["diagram"]),
}
