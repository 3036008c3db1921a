using System.Numerics;

namespace Analytics.Ingest.Samples;

/// <summary>
/// A random stream that gives the same numbers on every machine and every version of the runtime
/// (<see cref="Random"/> promises no such thing): xoshiro256** seeded by SplitMix64
/// (Blackman and Vigna, ACM TOMS 47, 2021).
/// </summary>
internal sealed class SampleRandom
{
    ulong _a, _b, _c, _d;

    /// <param name="seed">The seed of the whole sample.</param>
    /// <param name="stream">What the numbers are for: each stream is independent, so one part can change without moving the others.</param>
    public SampleRandom(int seed, string stream)
    {
        // FNV-1a: string.GetHashCode differs from run to run
        var state = 14695981039346656037UL;
        foreach (var letter in stream)
            state = (state ^ letter) * 1099511628211UL;
        state ^= (ulong)(uint)seed * 0x9E3779B97F4A7C15UL;
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform whole number, both ends included.</summary>
    public int Between(int low, int high) => low + (int)(NextDouble() * (high - low + 1));

    public double Between(double low, double high) => low + NextDouble() * (high - low);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double Normal()
    {
        while (true)
        {
            var x = 2 * NextDouble() - 1;
            var s = x * x;
            var y = 2 * NextDouble() - 1;
            s += y * y;
            if (s is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(s) / s);
        }
    }

    /// <summary>Beta with the given mean and intra-class correlation <paramref name="rho"/> (a + b = (1 − ρ)/ρ).</summary>
    public double Beta(double mean, double rho)
    {
        var size = (1 - rho) / rho;
        var x = Gamma(mean * size);
        return x / (x + Gamma((1 - mean) * size));
    }

    /// <summary>Gamma of the given shape, scale 1 (Marsaglia and Tsang, 2000).</summary>
    double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var x = Normal();
            var v = 1 + x / Math.Sqrt(9 * d);
            if (v <= 0)
                continue;
            v = v * v * v;
            if (Math.Log(1 - NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    /// <summary>How many of <paramref name="n"/> independent trials succeed; a sum of trials, since n is a few hundred at most.</summary>
    public int Binomial(int n, double probability)
    {
        var hits = 0;
        for (var i = 0; i < n; i++)
        {
            if (NextDouble() < probability)
                hits++;
        }
        return hits;
    }
}
