"""Writes the data of a catalogue of N made-up papers: synthesize.py N DIR [--seed NUMBER]

The papers are bilingual. Their texts are distinct, and as long as those of real papers. The same N and seed give the
same files on every machine. The generator turns them into headers: python3 -m codegen --data DIR --output ..."""

import argparse
import random
from pathlib import Path

CATEGORIES = {
    "transformer_basics": ("Transformer 기초", "Transformer Basics"),
    "vision_transformers": ("Vision Transformer 계열", "Vision Transformers"),
    "vision_language_models": ("비전-언어 모델", "Vision-Language Models"),
    "peft": ("효율적 파인튜닝", "Parameter-Efficient Fine-Tuning"),
    "document_understanding": ("문서 이해", "Document Understanding"),
    "efficient_inference": ("효율적 추론", "Efficient Inference"),
    "quantization": ("양자화", "Quantization"),
    "training_and_scaling": ("학습과 스케일링", "Training and Scaling"),
}
FAMILIES = (
    "Kim Lee Park Choi Chen Wang Liu Zhang Smith Garcia Tanaka Sato Nguyen Patel Ivanov Rossi Silva Cohen".split()
)
STEMS = "Flash Swin Page Quant Doc Vis Lang Pix Chart Token Patch Graph Mix Prompt Route Cache Sparse Dense".split()
ENDS = "Former Net OCR LoRA VL Mamba Adapter Serve Distill Attend Parse Scale".split()
METHODS = {
    "저랭크 분해": "low-rank decomposition",
    "대조학습": "contrastive learning",
    "지식 증류": "knowledge distillation",
    "동적 해상도": "dynamic resolution",
    "토큰 병합": "token merging",
    "4-bit 양자화": "4-bit quantization",
    "윈도우 어텐션": "windowed attention",
    "합성 데이터 사전학습": "pre-training on synthetic data",
}
TASKS = {
    "문서 이해": "document understanding",
    "수식 인식": "formula recognition",
    "차트 질의응답": "chart question answering",
    "장문 추론": "long-context reasoning",
    "모바일 추론": "on-device inference",
    "다국어 OCR": "multilingual OCR",
    "표 구조 복원": "table structure recovery",
    "비디오 캡셔닝": "video captioning",
}
COLUMNS = {
    "number": ("#", "#"),
    "title": ("제목", "Title"),
    "authors": ("저자", "Authors"),
    "year": ("연도", "Year"),
    "summary": ("한 줄 요약", "Summary"),
    "contribution": ("핵심 기여", "Contribution"),
}


def paper(number: int, category: str, random: random.Random) -> str:
    name = f"{random.choice(STEMS)}{random.choice(ENDS)}-{number}"
    method, other = random.sample(list(METHODS), 2)
    task, target = random.sample(list(TASKS), 2)
    gain = random.randrange(3, 97)
    title = f"{name}: {METHODS[method].capitalize()} for {TASKS[task].title()}"
    return f"""
[[paper]]
key = "{name.lower()}"
category = "{category}"
title = "{title}"
short_title = "{name}"
authors = "{random.choice(FAMILIES)} et al."
year = {random.randrange(2017, 2025)}
summary.ko = "{method} 기반 {task} {name}"
summary.en = "{name}: {TASKS[task]} by {METHODS[method]}"
contribution.ko = "{name}: {other} 대비 {gain}% 빠른 {target}"
contribution.en = "{name}: {gain}% faster {TASKS[target]} than {METHODS[other]}"
url = "https://papers.example/abs/{number:06d}"
"""


def catalog() -> str:
    columns = "".join(
        f'    {{ field = "{field}", ko = "{ko}", en = "{en}" }},\n' for field, (ko, en) in COLUMNS.items()
    )
    sections = [
        f'[[category]]\nid = "{name}"\nnumber = "C.1.{number}"\ntitle.ko = "{ko}"\ntitle.en = "{en}"\nkind = "paper"\n'
        f"columns = [\n{columns}]\n"
        for number, (name, (ko, en)) in enumerate(CATEGORIES.items(), 1)
    ]
    head = (
        'languages = ["ko", "en"]\ntitle.ko = "합성 카탈로그"\ntitle.en = "A Synthetic Catalogue"\n\n'
        '[[part]]\nnumber = "C.1"\ntitle.ko = "논문"\ntitle.en = "Papers"\n'
    )
    return "\n".join([head, *sections])


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the data of a catalogue of made-up papers.")
    parser.add_argument("count", metavar="N", type=int, help="the number of papers")
    parser.add_argument("directory", metavar="DIR", type=Path, help="the directory to write to, created if missing")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    source = random.Random(arguments.seed)
    ids = list(CATEGORIES)
    papers = [paper(at + 1, ids[at * len(ids) // arguments.count], source) for at in range(arguments.count)]
    arguments.directory.mkdir(parents=True, exist_ok=True)
    for name, text in (("catalog", catalog()), ("papers", "".join(papers)), ("reading_order", "")):
        (arguments.directory / f"{name}.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
