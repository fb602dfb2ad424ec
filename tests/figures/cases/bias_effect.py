FIGURES = {
    "bias": {"kind": "bias_effect"},
    "bias-relu": {"kind": "bias_effect", "function": "relu", "biases": [2, -3.5]},
    "bias-close": {"kind": "bias_effect", "biases": [0.25, 0.5, -19.75, -20, -19.5]},
    "bias-relu-close": {
        "kind": "bias_effect",
        "function": "relu",
        "biases": [-19.25, -19.5, -19.75, -20, 20],
    },
    "bias-alone": {"kind": "bias_effect", "biases": [1.5]},
}
