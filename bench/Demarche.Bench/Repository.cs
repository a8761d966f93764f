namespace Demarche.Bench;

/// <summary>The repository's own files, found upwards from the benchmark's program.</summary>
internal static class Repository
{
    /// <summary>The paths of folders of the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not run inside the repository.</exception>
    public static string[] Folders(params string[] names)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Demarche.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no Demarche.slnx above the benchmark.");
        return [.. names.Select(name => Path.Combine(folder.FullName, name))];
    }
}
