FIGURES = {
    "histogram": {"kind": "histogram"},
    "biases": {"kind": "histogram", "of": "biases", "layer": 2},
    "activations": {"kind": "histogram", "of": "activations", "layer": 1},
}
ALSO = {"relu activations": ("digits-relu", {"kind": "histogram", "of": "activations", "layer": 2})}
