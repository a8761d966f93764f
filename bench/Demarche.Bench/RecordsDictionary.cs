using Demarche.Records;
using Demarche.Store.Files;

namespace Demarche.Bench;

/// <summary>Makes the dictionary that stores compress with: whole records, as they are before packing. They must not be those that sizes are measured on.</summary>
internal static class RecordsDictionary
{
    private const int Size = 110 * 1024;

    public static void Make(string records, string to)
    {
        var plain = File.ReadLines(records).SelectMany(line => Packing.Plain(RecordJson.Read(line))).ToArray();
        File.WriteAllBytes(to, plain[Math.Max(0, plain.Length - Size)..]);
    }
}
