# Prints the test vectors of KeyedStreamTest from a second implementation, with whole numbers only where Java has longs.
# Run: python3 keyed_stream.py
import hashlib
import math
import struct

MASK = 2**64 - 1


class Stream:
    def __init__(self, study, purpose, replicate):
        a, b = study.encode(), purpose.encode()
        key = struct.pack(">i", len(a)) + a + struct.pack(">i", len(b)) + b + struct.pack(">q", replicate)
        self.s = list(struct.unpack(">4Q", hashlib.sha256(key).digest()))

    def bits(self):
        s = self.s
        x = (s[0] + s[3]) & MASK
        result = (((x << 23) | (x >> 41)) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = ((s[3] << 45) | (s[3] >> 19)) & MASK
        return result

    def double(self):
        return (self.bits() >> 11) * 2.0**-53

    def bounded(self, bound):
        while True:
            product = (self.bits() >> 32) * bound
            if product % 2**32 >= 2**32 % bound:
                return product >> 32

    def normal(self):
        while True:
            u = 2 * self.double() - 1
            v = 2 * self.double() - 1
            s = u * u + v * v
            if 0 < s < 1:
                return u * math.sqrt(-2 * math.log(s) / s)

    def shuffle(self, values):
        for i in range(len(values) - 1, 0, -1):
            j = self.bounded(i + 1)
            values[i], values[j] = values[j], values[i]
        return values


def fresh():
    return Stream("tears", "bootstrap", 7)


s = fresh()
print("longs", [struct.unpack(">q", struct.pack(">Q", s.bits()))[0] for _ in range(4)])
s = fresh()
print("doubles", [repr(s.double()) for _ in range(4)])
s = fresh()
print("below 6", [s.bounded(6) for _ in range(20)])
s = fresh()
print("below 2^31 - 1", [s.bounded(2**31 - 1) for _ in range(5)])
s = fresh()
print("below 3 * 2^29", [s.bounded(3 * 2**29) for _ in range(12)])
s = fresh()
print("normals", [repr(s.normal()) for _ in range(4)])
print("shuffle", fresh().shuffle(list(range(12))))
print("umlaut", struct.unpack(">q", struct.pack(">Q", Stream("Tränen", "", -1).bits()))[0])
