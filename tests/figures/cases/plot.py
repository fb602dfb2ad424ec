FIGURES = {
    "plotted": {"kind": "plot", "draw": "everything"},
    "plotted-by-the-course": {"kind": "plot", "draw": "bias-cost", "parameters": {"neuron": 3}},
}
