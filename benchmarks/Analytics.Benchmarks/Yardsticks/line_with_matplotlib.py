"""The trend line with its band at 1200 x 700: one time and processor time in milliseconds per line, for the format named first."""
import io
import sys
import time

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

kind, repeats = sys.argv[1], int(sys.argv[2])
years = [2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022]
low = [0.079, 0.074, 0.076, 0.068, 0.061, 0.057, 0.059, 0.052]
half = [0.009, 0.008, 0.008, 0.0075, 0.007, 0.0065, 0.007, 0.006]
lower = [s - h for s, h in zip(low, half)]
upper = [s + h for s, h in zip(low, half)]


def draw():
    figure, axes = pyplot.subplots(figsize=(12, 7), dpi=100)
    axes.fill_between(years, lower, upper, alpha=0.3)
    axes.plot(years, low, marker="o")
    axes.fill_between([2024, 2026], [0.030, 0.035], [0.041, 0.047], alpha=0.3)
    axes.plot([2024, 2026], [0.035, 0.041], marker="s", linestyle="--")
    axes.axvline(2023, linestyle="--")
    axes.set_ylim(0, 0.1)
    axes.set_title("Tỷ lệ phiếu tín nhiệm thấp của thành phố qua các đợt")
    axes.grid(axis="y")
    to = io.BytesIO()
    figure.savefig(to, format=kind)
    pyplot.close(figure)


for i in range(5 + repeats):
    start, processor = time.perf_counter(), time.process_time()
    draw()
    if i >= 5:
        print((time.perf_counter() - start) * 1000, (time.process_time() - processor) * 1000)
