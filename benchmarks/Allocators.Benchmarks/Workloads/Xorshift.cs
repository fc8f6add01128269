namespace Allocators.Benchmarks.Workloads;

/// <summary>The random numbers of all workloads: each starts with the same.</summary>
internal struct Xorshift()
{
    private ulong _state = 0x9E3779B97F4A7C15;

    public ulong Next()
    {
        ulong r = _state;
        r ^= r << 13;
        r ^= r >> 7;
        r ^= r << 17;
        return _state = r;
    }
}
