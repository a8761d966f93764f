namespace Demarche.Desk.Tests;

/// <summary>Every other page is sound; <see cref="OtherPagesTests"/> looks at the rest in a window of its own.</summary>
public sealed class PagesTests(PageCheck check) : IClassFixture<PageCheck>
{
    public static TheoryData<string> Paths { get; } = [.. Pages.All.Where((_, at) => at % 2 == 0)];

    [Theory]
    [MemberData(nameof(Paths))]
    public Task A_page_is_sound_in_both_themes_and_on_a_phone(string path) => check.SoundAsync(path);
}

/// <summary>The pages that <see cref="PagesTests"/> passes over.</summary>
public sealed class OtherPagesTests(PageCheck check) : IClassFixture<PageCheck>
{
    public static TheoryData<string> Paths { get; } = [.. Pages.All.Where((_, at) => at % 2 == 1)];

    [Theory]
    [MemberData(nameof(Paths))]
    public Task A_page_is_sound_in_both_themes_and_on_a_phone(string path) => check.SoundAsync(path);
}
