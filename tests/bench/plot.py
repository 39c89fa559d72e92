"""Plots the cost of compiling against the number of entries."""

import math


def plot(curves: dict) -> str:
    """An SVG plot of compile time and memory against the number of entries. Both axes are logarithmic."""
    colours = {"refcatalog": "#0b7a75", "string_view": "#c1440e"}
    parts = []
    for panel, (index, title, unit) in enumerate(((1, "Compile time", "s"), (2, "Compile memory", "MB"))):
        left, top, width, height = 70 + panel * 390, 50, 290, 230
        points = [
            (c, n, [(p[0], p[index] / (1 if index == 1 else 1e6)) for p in series])
            for c, both in curves.items() for n, series in both.items()
        ]
        values = [value for *_, series in points for _, value in series]
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        counts = sorted({count for *_, series in points for count, _ in series})
        first, last = math.log10(counts[0]), math.log10(counts[-1])

        def x(count: float) -> float:
            return left + (math.log10(count) - first) / (last - first) * width

        def y(value: float) -> float:
            return top + height - (math.log10(value) - low) / (high - low) * height

        parts.append(f'<text x="{left}" y="{top - 18}" class="title">{title} ({unit})</text>')
        for power in range(low, high + 1):
            parts.append(
                f'<path d="M{left} {y(10**power):.1f}h{width}" class="grid"/>'
                f'<text x="{left - 8}" y="{y(10**power) + 4:.1f}" class="end">{10**power:g}</text>'
            )
        for count in counts:
            parts.append(f'<text x="{x(count):.1f}" y="{top + height + 20}" class="middle">{count:,}</text>')
        for compiler, name, series in points:
            dash = ' stroke-dasharray="6 4"' if compiler.startswith("clang") else ""
            path = "M" + "L".join(f"{x(count):.1f} {y(value):.1f}" for count, value in series)
            parts.append(f'<path d="{path}" fill="none" stroke="{colours[name]}" stroke-width="2"{dash}/>')
            parts += [
                f'<circle cx="{x(count):.1f}" cy="{y(value):.1f}" r="3" fill="{colours[name]}"/>'
                for count, value in series
            ]
    for at, (compiler, name) in enumerate((c, n) for c, both in curves.items() for n in both):
        dash = ' stroke-dasharray="6 4"' if compiler.startswith("clang") else ""
        left, top = 70 + at % 2 * 390, 335 + at // 2 * 22
        parts.append(f'<path d="M{left} {top}h28" stroke="{colours[name]}" stroke-width="2"{dash}/>')
        parts.append(f'<text x="{left + 36}" y="{top + 4}">{name}, {compiler}</text>')
    style = (
        "text{font:13px sans-serif;fill:#333}.title{font-weight:bold}"
        ".end{text-anchor:end}.middle{text-anchor:middle}.grid{stroke:#ddd}"
    )
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 375"><style>{style}</style>'
        '<rect width="820" height="375" fill="#fff"/>'
    )
    return opening + "\n".join(parts) + "</svg>\n"
