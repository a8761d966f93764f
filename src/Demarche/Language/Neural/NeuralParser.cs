using System.Buffers;

namespace Demarche.Language.Neural;

/// <summary>
/// Tags and parses sentences with a two-layer BiLSTM and a biaffine arc scorer (Dozat and Manning 2017), in integer arithmetic.
/// Immutable; each thread brings its own scratch.
/// </summary>
internal sealed class NeuralParser(NeuralModel model)
{
    private static readonly (char Side, int Length)[] Affixes = [('s', 2), ('s', 3), ('s', 4), ('p', 2), ('p', 3)];

    /// <summary>Fills in tags, heads (−1 for the root) and relations for the words of one sentence.</summary>
    public void Run(ReadOnlySpan<string> words, Span<Upos> upos, Span<string> xpos, Span<int> heads, Span<Deprel> relations, NeuralScratch scratch)
    {
        var count = words.Length;
        if (count == 0)
            return;
        var width = QuantizedMatrix.Pad(2 * model.First.Hidden);
        var projected = Project(words, scratch);
        var first = scratch.First(count * width);
        model.First.Run(projected, count, first, scratch);
        Tag(first, count, upos, xpos, scratch);
        // The root is a state of its own before the first word.
        var second = scratch.Second((count + 1) * width);
        model.Root.CopyTo(second);
        model.Second.Run(first, count, second[width..], scratch);
        var scores = Arcs(second, count, scratch);
        SpanningTree.Find(scores, count, heads);
        Label(second, count, heads, relations, scratch);
    }

    private Span<short> Project(ReadOnlySpan<string> words, NeuralScratch scratch)
    {
        var matrix = model.Project.Matrix;
        var features = scratch.Features(words.Length * matrix.Stride);
        for (var t = 0; t < words.Length; t++)
            Embed(words[t], features.Slice(t * matrix.Stride, matrix.Stride));
        var values = scratch.Gates(words.Length * matrix.Rows);
        model.Project.Apply(features, words.Length, NeuralModel.Scale, values);
        var projected = scratch.Projected(words.Length * QuantizedMatrix.Pad(matrix.Rows));
        Activations.ClampToFixedPoint(values, NeuralModel.Scale, projected);
        return projected;
    }

    private void Embed(string word, Span<short> output)
    {
        var letters = word.Length > 64 ? word.AsSpan(0, 64) : word.AsSpan();
        Span<char> lower = stackalloc char[64];
        Span<char> normal = stackalloc char[64];
        lower = lower[..letters.ToLowerInvariant(lower)];
        normal = normal[..WordFeatures.Normalize(letters, normal)];
        var at = 0;
        Copy(0, model.Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(normal, out var row) ? row : 0, output, ref at);
        for (var i = 0; i < Affixes.Length; i++)
            Copy(i + 1, WordFeatures.Affix(lower, Affixes[i].Side, Affixes[i].Length, model.Tables[i + 1].Rows), output, ref at);
        Copy(Affixes.Length + 1, WordFeatures.Shape(letters, model.Tables[Affixes.Length + 1].Rows), output, ref at);
    }

    private void Copy(int table, int row, Span<short> output, ref int at)
    {
        var columns = model.Tables[table].Columns;
        model.Tables[table].Values.AsSpan(row * columns, columns).CopyTo(output[at..]);
        at += columns;
    }

    private void Tag(ReadOnlySpan<short> states, int count, Span<Upos> upos, Span<string> xpos, NeuralScratch scratch)
    {
        int tags = model.Upos.Length, fine = model.Xpos.Length;
        var scores = scratch.Tags(count * Math.Max(tags, fine));
        model.UposTags.Apply(states, count, LstmLayer.Scale, scores);
        for (var t = 0; t < count; t++)
            upos[t] = model.Upos[Best(scores.Slice(t * tags, tags))];
        model.XposTags.Apply(states, count, LstmLayer.Scale, scores);
        for (var t = 0; t < count; t++)
            xpos[t] = model.Xpos[Best(scores.Slice(t * fine, fine))];
    }

    /// <summary>Scores of arcs: [dependent, head], where head 0 is the root and dependent 0 the first word.</summary>
    private Span<float> Arcs(ReadOnlySpan<short> states, int count, NeuralScratch scratch)
    {
        var width = QuantizedMatrix.Pad(2 * model.First.Hidden);
        var size = model.Arc.Matrix.Rows;
        var stride = QuantizedMatrix.Pad(size);
        var dependent = scratch.Dep(count * size);
        model.ArcDependent.Apply(states[width..], count, LstmLayer.Scale, dependent);
        var rectified = scratch.Small(count * stride);
        for (var t = 0; t < count; t++)
            Activations.ClampToFixedPoint(dependent.Slice(t * size, size), NeuralModel.Scale, rectified.Slice(t * stride, size));
        model.Arc.Apply(rectified, count, NeuralModel.Scale, dependent);
        var head = scratch.Head((count + 1) * size);
        model.ArcHead.Apply(states, count + 1, LstmLayer.Scale, head);
        foreach (ref var value in head)
            value = Math.Min(Math.Max(value, 0), 8);
        var scores = scratch.Scores(count * (count + 1));
        for (var d = 0; d < count; d++)
            for (var h = 0; h <= count; h++)
                scores[d * (count + 1) + h] = h == d + 1 ? float.NegativeInfinity : Activations.Dot(dependent.Slice(d * size, size), head.Slice(h * size, size));
        return scores;
    }

    private void Label(ReadOnlySpan<short> states, int count, ReadOnlySpan<int> heads, Span<Deprel> relations, NeuralScratch scratch)
    {
        var width = QuantizedMatrix.Pad(2 * model.First.Hidden);
        int size = model.LabelHead.Rows, stride = QuantizedMatrix.Pad(size), kinds = model.Relations.Length;
        var dependent = scratch.LabelDep(count * size);
        model.LabelDependent.Apply(states[width..], count, LstmLayer.Scale, dependent);
        var head = scratch.LabelHead((count + 1) * size);
        model.LabelHead.Apply(states, count + 1, LstmLayer.Scale, [], head);
        var hidden = scratch.Small(count * stride);
        for (var t = 0; t < count; t++)
        {
            var sum = dependent.Slice(t * size, size);
            var of = head.Slice((heads[t] + 1) * size, size);
            for (var i = 0; i < size; i++)
                sum[i] += of[i];
            Activations.ClampToFixedPoint(sum, NeuralModel.Scale, hidden.Slice(t * stride, size));
        }
        var scores = scratch.Tags(count * kinds);
        model.Label.Apply(hidden, count, NeuralModel.Scale, scores);
        for (var t = 0; t < count; t++)
        {
            var own = scores.Slice(t * kinds, kinds);
            for (var i = 0; i < kinds; i++)
                if (model.Relations[i] == Deprel.root != heads[t] < 0)
                    own[i] = float.NegativeInfinity;
            relations[t] = model.Relations[Best(own)];
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }
}
