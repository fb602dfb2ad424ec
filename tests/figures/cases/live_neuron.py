FIGURES = {
    "neuron-to-paint": {"kind": "live_neuron"},
    "trained-neuron": {
        "kind": "live_neuron",
        "neuron": 5,
        "function": "relu",
        "digits": ["3-1", "misread-1"],
    },
    "empty-neuron": {"kind": "live_neuron", "preset": "empty", "bias": 0},
}
