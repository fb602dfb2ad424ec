FIGURES = {
    "sum": {"kind": "weighted_sum", "digit": "3-1", "neuron": 3},
    "sum-of-another": {"kind": "weighted_sum", "digit": "7-1"},
}
ALSO = {"sum of a rectifier": ("digits-relu", FIGURES["sum"])}
