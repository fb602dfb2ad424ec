FIGURES = {
    "curves": {"kind": "activation_curves"},
    "all-curves": {
        "kind": "activation_curves",
        "functions": ["sigmoid", "relu", "tanh", "leaky_relu"],
        "start": -4.0,
        "stop": 8.0,
    },
    "close-curves": {
        "kind": "activation_curves",
        "functions": ["sigmoid", "tanh", "relu"],
        "start": -2.0,
        "stop": 2.0,
        "low": 0.2,
        "high": 0.8,
    },
}
ALSO = {"narrow range": ("digits", {**FIGURES["all-curves"], "start": 1.0, "stop": 5.0})}
