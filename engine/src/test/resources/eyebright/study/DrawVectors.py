"""Prints the vectors of DrawTest, from the description of the draws alone."""
import hashlib


def shuffled(respondent, what, parts):
    parts, counter = list(parts), 0
    for last in range(len(parts) - 1, 0, -1):
        bound = last + 1
        while True:
            text = f"eyebright order 1\n{respondent}\n{what}\n{counter}"
            draw = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
            counter += 1
            if draw >= 2**64 % bound:
                break
        other = draw % bound
        parts[last], parts[other] = parts[other], parts[last]
    return parts


print(", ".join(f'"{part}"' for part in shuffled("r-7f3a", "options:felt", "abcde")))
print(", ".join(str(part) for part in shuffled("r-7f3a", "items:traits", range(40))))
