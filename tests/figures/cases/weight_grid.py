FIGURES = {
    "neuron": {"kind": "weight_grid", "neuron": 3},
    "video": {"kind": "weight_grid", "neuron": 3, "palette": "video"},
    "layer": {"kind": "weight_grid"},
    "neuron-difference": {"kind": "weight_grid", "neuron": 3, "against": "digits-plain"},
    "layer-difference": {"kind": "weight_grid", "against": "digits-plain"},
    "deep-neuron": {"kind": "weight_grid", "layer": 2, "neuron": 3},
    "deep-layer": {"kind": "weight_grid", "layer": 3},
}
ALSO = {
    "large matrix": ("large", {"kind": "weight_grid", "layer": 2}),
    "part of a layer": ("large", FIGURES["layer"]),
}
