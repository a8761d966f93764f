using Demarche.Reading;
using Demarche.Records;
using Demarche.Tests.House;
using Record = Demarche.Records.Record;

namespace Demarche.Tests.Store;

/// <summary>The records of the sample dispatches, coded once for all tests of the store.</summary>
internal static class SampleRecords
{
    private static readonly Lazy<IReadOnlyList<Record>> Coded = new(() =>
    {
        var reader = new ArticleReader();
        var coder = new CoderBuilder().AddAll().Build();
        return [.. reader.Read(Path.Combine(Repository.Root, "samples", "caracas")).AsParallel().AsOrdered().Where(result => result.Article is not null).Select(result => coder.Code(result.Article!))];
    });

    public static IReadOnlyList<Record> Caracas => Coded.Value;
}

/// <summary>A folder that goes when the test is over.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demarche-store-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
