FIGURES = {
    "matrix": {"kind": "matrix_form", "digit": "3-1"},
    "hidden-matrix": {"kind": "matrix_form", "digit": "7-1", "layer": 2},
}
ALSO = {
    "matrix of rectifiers": ("digits-relu", FIGURES["hidden-matrix"]),
    "matrix of many outputs": ("long", {**FIGURES["matrix"], "layer": 2}),
}
