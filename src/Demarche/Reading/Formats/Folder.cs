namespace Demarche.Reading.Formats;

/// <summary>Walks folders in the order of their paths.</summary>
internal static class Folder
{
    /// <summary>The files of a folder and its folders, without hidden ones. A folder that may not be read is a problem, not an end.</summary>
    public static IEnumerable<(string Path, ReadProblem? Problem)> Walk(string root)
    {
        Stack<string> waiting = new([root]);
        while (waiting.TryPop(out var path))
        {
            if (!Directory.Exists(path))
            {
                yield return (path, null);
                continue;
            }
            string[] entries = [];
            ReadProblem? problem = null;
            try
            {
                entries = Directory.GetFileSystemEntries(path);
            }
            catch (UnauthorizedAccessException)
            {
                problem = new(path, null, "the folder may not be read", "give yourself the right to read it");
            }
            catch (IOException error)
            {
                problem = new(path, null, $"the folder cannot be read ({error.Message.TrimEnd('.')})", "check the disk and try again");
            }
            if (problem is not null)
                yield return (path, problem);
            Array.Sort(entries, StringComparer.Ordinal);
            foreach (var entry in entries.Reverse())
                if (!Path.GetFileName(entry).StartsWith('.') && new DirectoryInfo(entry) is not { LinkTarget: not null, Exists: true })
                    waiting.Push(entry);
        }
    }
}
