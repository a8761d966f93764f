using System.Xml;
using System.Xml.Linq;

namespace Demarche.Store;

/// <summary>Lists of feeds, as feed readers write them.</summary>
public static class Opml
{
    /// <summary>The addresses of the feeds in an OPML file.</summary>
    /// <exception cref="StoreException">It is no OPML.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 10_000_000 });
            var feeds = XDocument.Load(reader).Descendants("outline").Select(outline => (string?)outline.Attribute("xmlUrl")).OfType<string>().Select(url => url.Trim()).Where(url => url.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            return feeds.Count > 0 ? feeds : throw new StoreException($"{path} names no feed: its outlines need xmlUrl.");
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path} is no OPML that can be read: {error.Message}", error);
        }
    }
}
