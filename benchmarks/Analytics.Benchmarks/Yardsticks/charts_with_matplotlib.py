"""A chart at 1200 x 700: one time and processor time in milliseconds per line, for the kind and format named first."""
import io
import sys
import time

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

kind, form, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
posts = ["Chủ tịch Hội đồng nhân dân", "Phó Chủ tịch Hội đồng nhân dân", "Chủ tịch Ủy ban nhân dân", "Phó Chủ tịch Ủy ban nhân dân"]
areas = [
    "An Khê", "Bình Lãng", "Cẩm Sơn", "Diên Hà", "Đại Phúc", "Đông Mai", "Gia Thịnh", "Hạ Liên", "Hòa Lộc", "Kim Thành",
    "Lam Điền", "Lộc Hà", "Mỹ Khê", "Nam Sa", "Nghi Tân", "Ngọc Lĩnh", "Phú Diên", "Phước Long", "Quảng Yên", "Sơn Hạ",
    "Tam Giang", "Tân Lập", "Thanh Bình", "Thạch Khê", "Tiên Phước", "Trà Bồng", "Trung Hà", "Vân Trì", "Vĩnh Thọ", "Yên Hòa",
]


def line(axes):
    years = [2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022]
    low = [0.079, 0.074, 0.076, 0.068, 0.061, 0.057, 0.059, 0.052]
    half = [0.009, 0.008, 0.008, 0.0075, 0.007, 0.0065, 0.007, 0.006]
    axes.fill_between(years, [s - h for s, h in zip(low, half)], [s + h for s, h in zip(low, half)], alpha=0.3)
    axes.plot(years, low, marker="o")
    axes.fill_between([2024, 2026], [0.030, 0.035], [0.041, 0.047], alpha=0.3)
    axes.plot([2024, 2026], [0.035, 0.041], marker="s", linestyle="--")
    axes.axvline(2023, linestyle="--")
    axes.set_ylim(0, 0.1)
    axes.set_title("Tỷ lệ phiếu tín nhiệm thấp của thành phố qua các đợt")
    axes.grid(axis="y")


def bars(axes):
    levels = ["tín nhiệm cao", "tín nhiệm", "tín nhiệm thấp", "không ghi"]
    shares = [[0.712, 0.684, 0.63, 0.617], [0.259, 0.283, 0.309, 0.335], [0.029, 0.033, 0.051, 0.048], [0, 0, 0.01, 0]]
    left = [0.0] * 4
    for level, values in zip(levels, shares):
        drawn = axes.barh(posts, values, left=left, label=level)
        axes.bar_label(drawn, fmt="%.3f", label_type="center")
        left = [a + b for a, b in zip(left, values)]
    axes.invert_yaxis()
    axes.legend(ncols=4)
    axes.set_title("Kết quả theo chức danh")


def heatmap(axes):
    cells = [[(row * 7 + column * 5) % 23 / 200 + 0.01 for column in range(4)] for row in range(30)]
    axes.imshow(cells, aspect="auto", cmap="OrRd", vmin=0, vmax=0.12)
    axes.set_xticks(range(4), posts)
    axes.set_yticks(range(30), areas)
    for row in range(30):
        for column in range(4):
            axes.text(column, row, f"{cells[row][column] * 100:.0f}%", ha="center", va="center")
    axes.set_title("Tỷ lệ tín nhiệm thấp theo địa bàn và chức danh")


def dots(axes):
    shares = [0.03 + i % 9 * 0.005 for i in range(30)]
    axes.errorbar(shares, range(30), xerr=0.012, fmt="o")
    axes.axvline(0.041, linestyle="--")
    axes.set_yticks(range(30), areas)
    axes.invert_yaxis()
    axes.set_xlim(0)
    axes.set_title("Tỷ lệ tín nhiệm thấp theo địa bàn")


def draw():
    figure, axes = pyplot.subplots(figsize=(12, 7), dpi=100)
    {"line": line, "bars": bars, "heatmap": heatmap, "dots": dots}[kind](axes)
    to = io.BytesIO()
    figure.savefig(to, format=form)
    pyplot.close(figure)


for i in range(5 + repeats):
    start, processor = time.perf_counter(), time.process_time()
    draw()
    if i >= 5:
        print((time.perf_counter() - start) * 1000, (time.process_time() - processor) * 1000)
