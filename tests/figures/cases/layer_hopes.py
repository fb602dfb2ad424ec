FIGURES = {"hopes": {"kind": "layer_hopes"}}
ALSO = {
    "hopes for rectifiers": ("digits-relu", FIGURES["hopes"]),
    "hopes for a large network": ("large", FIGURES["hopes"]),
}
