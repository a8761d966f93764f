namespace Demarche.Language.Neural;

/// <summary>Buffers that one thread uses again for every sentence.</summary>
internal sealed class NeuralScratch
{
    private short[] _features = [], _projected = [], _first = [], _second = [], _state = [], _small = [];
    private float[] _gates = [], _cell = [], _step = [], _scores = [], _dep = [], _head = [], _labelDep = [], _labelHead = [], _tags = [];

    public Span<short> Features(int size) => Of(ref _features, size, clear: true);

    public Span<short> Projected(int size) => Of(ref _projected, size, clear: true);

    public Span<short> First(int size) => Of(ref _first, size, clear: true);

    public Span<short> Second(int size) => Of(ref _second, size, clear: true);

    public Span<short> State(int size) => Of(ref _state, size, clear: true);

    public Span<short> Small(int size) => Of(ref _small, size, clear: true);

    public Span<float> Gates(int size) => Of(ref _gates, size);

    public Span<float> Cell(int size) => Of(ref _cell, size);

    public Span<float> Step(int size) => Of(ref _step, size);

    public Span<float> Scores(int size) => Of(ref _scores, size);

    public Span<float> Dep(int size) => Of(ref _dep, size);

    public Span<float> Head(int size) => Of(ref _head, size);

    public Span<float> LabelDep(int size) => Of(ref _labelDep, size);

    public Span<float> LabelHead(int size) => Of(ref _labelHead, size);

    public Span<float> Tags(int size) => Of(ref _tags, size);

    private static Span<T> Of<T>(ref T[] buffer, int size, bool clear = false)
    {
        if (buffer.Length < size)
            buffer = new T[Math.Max(size, buffer.Length * 2)];
        var span = buffer.AsSpan(0, size);
        if (clear)
            span.Clear();
        return span;
    }
}
