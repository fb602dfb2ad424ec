"""Weights into a neuron as a picture. (First cut.)"""

from __future__ import annotations

from generator.figures.picture import Picture, Request


def draw(request: Request) -> Picture:
    figure = request.figure
    cells = "".join(
        f'<rect x="{i % 28}" y="{i // 28}" width="1" height="1" fill="var(--nn-{"positive" if w > 0 else "negative"})"'
        f' fill-opacity="{min(abs(float(w)) * 3, 1):.2f}"/>'
        for i, w in enumerate(request.network.weights[0][3])
    )
    alt = f"Weights of neuron {figure.id}"
    svg = f'<svg class="nn" role="img" aria-label="{alt}" viewBox="0 0 28 28"><g aria-hidden="true">{cells}</g></svg>'
    return Picture(svg, alt, alt)
