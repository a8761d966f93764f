using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Demarche.Language.Neural;

/// <summary>The weights of the tagger-parser, as the trainer (src/Demarche.Training/neural/train.py) writes them. Immutable.</summary>
internal sealed class NeuralModel
{
    /// <summary>Fixed-point scale of embeddings and of rectified layers, which lie between 0 and 8.</summary>
    public const float Scale = 2048;

    private static readonly byte[] Magic = "DMNP\x01\0\0\0"u8.ToArray();

    private NeuralModel(BinaryReader reader)
    {
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
            throw new InvalidDataException("This is no model of the tagger-parser, or one of another version: train it again.");
        var words = ReadText(reader);
        Words = new(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
            Words[words[i]] = i + 1;
        Upos = [.. ReadText(reader).Select(Enum.Parse<Upos>)];
        Xpos = [.. ReadText(reader)];
        Relations = [.. ReadText(reader).Select(Deprels.Parse)];
        var tables = new Table[7];
        for (var i = 0; i < tables.Length; i++)
        {
            var values = QuantizedMatrix.ReadFixedPoint(reader, Scale, out var rows, out var columns);
            tables[i] = new(rows, columns, values);
        }
        Tables = [.. tables];
        Project = new(reader);
        First = LstmLayer.Read(reader, Scale);
        Second = LstmLayer.Read(reader, LstmLayer.Scale);
        UposTags = new(reader);
        XposTags = new(reader);
        ArcDependent = new(reader);
        ArcHead = new(reader);
        Arc = new(reader);
        LabelDependent = new(reader);
        LabelHead = QuantizedMatrix.Read(reader);
        Label = new(reader);
        Root = [.. ReadVector(reader).Select(value => (short)Math.Clamp(MathF.Round(value * LstmLayer.Scale), short.MinValue, short.MaxValue))];
    }

    public Dictionary<string, int> Words { get; }

    public ImmutableArray<Upos> Upos { get; }

    public ImmutableArray<string> Xpos { get; }

    public ImmutableArray<Deprel> Relations { get; }

    /// <summary>Words, five affixes, shapes.</summary>
    public ImmutableArray<Table> Tables { get; }

    public Linear Project { get; }

    public LstmLayer First { get; }

    public LstmLayer Second { get; }

    public Linear UposTags { get; }

    public Linear XposTags { get; }

    public Linear ArcDependent { get; }

    public Linear ArcHead { get; }

    public Linear Arc { get; }

    public Linear LabelDependent { get; }

    public QuantizedMatrix LabelHead { get; }

    public Linear Label { get; }

    public short[] Root { get; }

    public static NeuralModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        return new(reader);
    }

    internal static float[] ReadVector(BinaryReader reader)
    {
        var values = new float[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static string[] ReadText(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32())).Split('\n');

    /// <summary>A table of embeddings in fixed point.</summary>
    internal sealed record Table(int Rows, int Columns, short[] Values);

    /// <summary>A matrix with its bias.</summary>
    internal sealed class Linear(BinaryReader reader)
    {
        public QuantizedMatrix Matrix { get; } = QuantizedMatrix.Read(reader);

        public float[] Bias { get; } = ReadVector(reader);

        public void Apply(ReadOnlySpan<short> inputs, int count, float inputScale, Span<float> outputs) => Matrix.Apply(inputs, count, inputScale, Bias, outputs);
    }
}
