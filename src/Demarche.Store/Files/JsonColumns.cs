using System.Text;
using System.Text.Json;

namespace Demarche.Store.Files;

/// <summary>
/// JSON as columns: all values that stand in the same place of an object go one after another, numbers as their distance from the one
/// before ("end" from its "begin"), texts that return as a number. Says nothing of the fields' meaning, so that a record with new ones
/// is kept as well. Compresses to half of what the JSON does.
/// </summary>
internal static class JsonColumns
{
    private const byte Null = 0, False = 1, True = 2, Text = 3, KnownText = 4, Integer = 5, Number = 6, Array = 7, Object = 8, NewObject = 9, Id = 10;
    private const byte FewTexts = 64, SmallInteger = 128, FewItems = 16, SmallId = 32;

    /// <summary>The columns of a JSON text.</summary>
    public static byte[] Pack(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var all = new List<Column>();
        var root = new Column(all, null, "");
        Write(document.RootElement, root);
        using var file = new MemoryStream();
        PutNumber(file, (ulong)all.Count);
        foreach (var column in all)
        {
            PutNumber(file, (ulong)column.Values.Length);
            PutNumber(file, (ulong)column.Texts.Length);
        }
        foreach (var column in all)
            column.Values.WriteTo(file);
        foreach (var column in all)
            column.Texts.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>The JSON text again, byte for byte where it had no blanks and escaped nothing without need.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        var at = 0;
        var lengths = new (int Values, int Texts)[(int)TakeNumber(packed, ref at)];
        for (var number = 0; number < lengths.Length; number++)
            lengths[number] = ((int)TakeNumber(packed, ref at), (int)TakeNumber(packed, ref at));
        var all = new List<Column>();
        var reader = new Reader(packed, lengths, at);
        using var json = new MemoryStream(packed.Length * 6);
        using (var writer = new Utf8JsonWriter(json, new() { Encoder = Records.PlainJson.Encoder, SkipValidation = true }))
            reader.Read(new Column(all, null, ""), writer);
        return json.ToArray();
    }

    private static void Write(JsonElement value, Column column)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                column.Values.WriteByte(Null);
                break;
            case JsonValueKind.False:
                column.Values.WriteByte(False);
                break;
            case JsonValueKind.True:
                column.Values.WriteByte(True);
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, column);
                break;
            case JsonValueKind.Number:
                WriteNumber(value, column);
                break;
            case JsonValueKind.Array:
                var count = value.GetArrayLength();
                if (count < SmallId - FewItems)
                    column.Values.WriteByte((byte)(FewItems + count));
                else
                {
                    column.Values.WriteByte(Array);
                    PutNumber(column.Values, (ulong)count);
                }
                foreach (var item in value.EnumerateArray())
                    Write(item, column.Child(""));
                break;
            default:
                var names = string.Join('\0', value.EnumerateObject().Select(property => property.Name));
                var shape = column.Shapes.IndexOf(names);
                if (shape < 0)
                {
                    column.Shapes.Add(names);
                    column.Values.WriteByte(NewObject);
                    PutText(column, names);
                }
                else
                {
                    column.Values.WriteByte(Object);
                    PutNumber(column.Values, (ulong)shape);
                }
                foreach (var property in value.EnumerateObject())
                    Write(property.Value, column.Child(property.Name));
                break;
        }
    }

    private static void WriteText(string text, Column column)
    {
        // "n12": ids of a kind are counted through.
        if (text.Length is > 1 and < 8 && char.IsAsciiLetterLower(text[0]) && text[1] != '0' && int.TryParse(text.AsSpan(1), System.Globalization.NumberStyles.None, null, out var number))
        {
            var step = Folded(number - column.LastId);
            if (text[0] == column.Letter && step < FewTexts - SmallId)
                column.Values.WriteByte((byte)(SmallId + step));
            else
            {
                column.Values.WriteByte(Id);
                column.Values.WriteByte((byte)text[0]);
                PutNumber(column.Values, step);
            }
            (column.LastId, column.Letter) = (number, text[0]);
        }
        else if (column.Known.TryGetValue(text, out var known))
        {
            if (known < SmallInteger - FewTexts)
                column.Values.WriteByte((byte)(FewTexts + known));
            else
            {
                column.Values.WriteByte(KnownText);
                PutNumber(column.Values, (ulong)known);
            }
        }
        else
        {
            column.Known.Add(text, column.Known.Count);
            column.Values.WriteByte(Text);
            PutText(column, text);
        }
    }

    private static void WriteNumber(JsonElement value, Column column)
    {
        var raw = value.GetRawText();
        if (raw.Length < 10 && int.TryParse(raw, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && raw == number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            var step = Folded(number - column.Before);
            if (step < 256 - SmallInteger)
                column.Values.WriteByte((byte)(SmallInteger + step));
            else
            {
                column.Values.WriteByte(Integer);
                PutNumber(column.Values, step);
            }
            column.Last = number;
        }
        else
        {
            column.Values.WriteByte(Number);
            PutText(column, raw);
        }
    }

    private static ulong Folded(long number) => number < 0 ? ((ulong)(-number) << 1) - 1 : (ulong)number << 1;

    private static long Unfolded(ulong number) => (number & 1) == 1 ? -(long)((number + 1) >> 1) : (long)(number >> 1);

    private static void PutText(Column column, string text)
    {
        column.Texts.Write(Encoding.UTF8.GetBytes(text));
        column.Texts.WriteByte(0xff); // never part of UTF-8
    }

    internal static void PutNumber(MemoryStream to, ulong number)
    {
        for (; number >= 128; number >>= 7)
            to.WriteByte((byte)(number | 128));
        to.WriteByte((byte)number);
    }

    internal static ulong TakeNumber(byte[] from, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = from[at++];
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
                return number;
        }
    }

    // A place in the objects; numbered as places are met first, by the writer as by the reader.
    private sealed class Column
    {
        private readonly Dictionary<string, Column> _children = new(StringComparer.Ordinal);
        private readonly List<Column> _all;
        private readonly Column? _begin;

        public Column(List<Column> all, Column? parent, string name)
        {
            (_all, Place) = (all, all.Count);
            all.Add(this);
            _begin = name == "end" ? parent?._children.GetValueOrDefault("begin") : null;
        }

        public int Place { get; }

        public MemoryStream Values { get; } = new();

        public MemoryStream Texts { get; } = new();

        public Dictionary<string, int> Known { get; } = new(StringComparer.Ordinal);

        public List<string> Shapes { get; } = [];

        public List<string> TextsRead { get; } = [];

        public long Last { get; set; }

        public long Before => _begin?.Last ?? Last;

        public int LastId { get; set; }

        public char Letter { get; set; }

        public Column Child(string name)
        {
            if (!_children.TryGetValue(name, out var child))
                _children.Add(name, child = new(_all, this, name));
            return child;
        }
    }

    private sealed class Reader
    {
        private readonly byte[] _bytes;
        private readonly int[] _values;
        private readonly int[] _texts;

        public Reader(byte[] bytes, (int Values, int Texts)[] lengths, int at)
        {
            _bytes = bytes;
            (_values, _texts) = (new int[lengths.Length], new int[lengths.Length]);
            for (var number = 0; number < lengths.Length; at += lengths[number++].Values)
                _values[number] = at;
            for (var number = 0; number < lengths.Length; at += lengths[number++].Texts)
                _texts[number] = at;
        }

        public void Read(Column column, Utf8JsonWriter json)
        {
            ref var at = ref _values[column.Place];
            var kind = _bytes[at++];
            switch (kind)
            {
                case Null:
                    json.WriteNullValue();
                    break;
                case False or True:
                    json.WriteBooleanValue(kind == True);
                    break;
                case Text:
                    var text = TakeText(column);
                    column.TextsRead.Add(text);
                    json.WriteStringValue(text);
                    break;
                case KnownText:
                    json.WriteStringValue(column.TextsRead[(int)TakeNumber(_bytes, ref at)]);
                    break;
                case >= FewTexts and < SmallInteger:
                    json.WriteStringValue(column.TextsRead[kind - FewTexts]);
                    break;
                case >= SmallInteger:
                    json.WriteNumberValue(column.Last = column.Before + Unfolded((ulong)(kind - SmallInteger)));
                    break;
                case Integer:
                    json.WriteNumberValue(column.Last = column.Before + Unfolded(TakeNumber(_bytes, ref at)));
                    break;
                case Number:
                    json.WriteRawValue(TakeText(column), skipInputValidation: true);
                    break;
                case Id:
                    column.Letter = (char)_bytes[at++];
                    column.LastId += (int)Unfolded(TakeNumber(_bytes, ref at));
                    WriteId(column, json);
                    break;
                case >= SmallId and < FewTexts:
                    column.LastId += (int)Unfolded((ulong)(kind - SmallId));
                    WriteId(column, json);
                    break;
                case NewObject:
                    column.Shapes.Add(TakeText(column));
                    ReadObject(column, column.Shapes[^1], json);
                    break;
                case Object:
                    ReadObject(column, column.Shapes[(int)TakeNumber(_bytes, ref at)], json);
                    break;
                default:
                    var count = kind == Array ? (int)TakeNumber(_bytes, ref at) : kind - FewItems;
                    json.WriteStartArray();
                    for (var item = 0; item < count; item++)
                        Read(column.Child(""), json);
                    json.WriteEndArray();
                    break;
            }
        }

        private void ReadObject(Column column, string shape, Utf8JsonWriter json)
        {
            json.WriteStartObject();
            foreach (var name in shape.Length == 0 ? [] : shape.Split('\0'))
            {
                json.WritePropertyName(name);
                Read(column.Child(name), json);
            }
            json.WriteEndObject();
        }

        private string TakeText(Column column)
        {
            ref var at = ref _texts[column.Place];
            var end = System.Array.IndexOf(_bytes, (byte)0xff, at);
            var text = Encoding.UTF8.GetString(_bytes, at, end - at);
            at = end + 1;
            return text;
        }

        private static void WriteId(Column column, Utf8JsonWriter json) => json.WriteStringValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{column.Letter}{column.LastId}"));
    }
}
