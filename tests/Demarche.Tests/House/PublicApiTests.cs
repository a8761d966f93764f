using System.Reflection;
using System.Text;

namespace Demarche.Tests.House;

/// <summary>
/// What the library shows its users stands in public-api.txt: a change to it is seen in review. To accept one, copy the file that the
/// failing test names.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void It_is_what_the_checked_in_list_says()
    {
        var builder = new StringBuilder();
        foreach (var type in typeof(Coder).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            builder.Append(type.FullName).Append('\n');
            foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is not MethodInfo { IsSpecialName: true } && !member.Name.Contains('<', StringComparison.Ordinal))
                .Select(member => member.ToString()!).Order(StringComparer.Ordinal))
                builder.Append("    ").Append(member).Append('\n');
        }
        var now = builder.ToString();
        var file = Path.Combine(Repository.Root, "src", "Demarche", "public-api.txt");
        var known = File.Exists(file) ? File.ReadAllText(file) : "";
        if (now == known)
            return;
        var written = Path.Combine(Path.GetTempPath(), "public-api.txt");
        File.WriteAllText(written, now);
        Assert.Fail($"The public API is not what {file} says; what it is now stands in {written}.");
    }

    [Fact]
    public void Its_classes_are_sealed_or_static_or_made_to_be_derived_from() =>
        Assert.Empty(typeof(Coder).Assembly.GetExportedTypes().Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).Select(type => type.FullName));
}
