namespace Demarche.Cli.Running;

/// <summary>Finds the sample dispatches: beside the program of an installed build, or in the repository that it was built in.</summary>
internal static class DemoSamples
{
    public static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "samples", "caracas")))
                return Path.Combine(folder.FullName, "samples");
        return null;
    }
}
