namespace Demarche.Tests.Reading;

/// <summary>Pages as they were built in several decades: the article is found in each, and nothing beside it.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Paragraphs =
    [
        "MINSK — The foreign minister of Freedonia said on Monday that her government would close the border within three days of the order.",
        "\"We have waited long enough,\" she told reporters, \"and nobody has answered us.\" She did not take questions from the press.",
        "Sylvania has not replied to the demand, which was made in a letter of two pages that both capitals have published today.",
        "No.",
        "Analysts in the region said that the step was unlikely to be carried out before the end of the month, when talks resume.",
    ];

    private static readonly string Menu = "<ul>" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<li><a href='/{i}'>Section number {i}</a></li>")) + "</ul>";

    private static readonly string Teasers = string.Concat(Enumerable.Range(0, 12).Select(i =>
        $"<div class='item'><a href='/s{i}'><b>Another story of the day, number {i}, which is long enough to be taken for text</b></a><p>Its teaser says a thing or two about it, in a sentence of moderate length, {i}.</p></div>"));

    private static readonly string Comments = string.Concat(Enumerable.Range(0, 30).Select(i =>
        $"<div class='comment'><p>I think that this is a very long comment which says that the minister is wrong, number {i}, and that the border should stay open.</p></div>"));

    public static TheoryData<string> Layouts => new(
        $"<body>{Menu}<div id='content'><font size='2'><b>Freedonia closes border</b><br><br>{string.Join("<br><br>", Paragraphs)}</font></div><div id='right'>{Teasers}</div></body>",
        $"<body><table><tr><td>{Menu}</td><td><h1>Freedonia closes border</h1>{string.Concat(Paragraphs.Select(paragraph => "<p>" + paragraph))}</td><td>{Teasers}</td></tr></table></body>",
        $"<body><header>{Menu}</header><main>{string.Concat(Paragraphs.Select(paragraph => $"<section><div class='zn'><div class='para'>{paragraph}</div></div></section>"))}</main><div class='more-x'>{Teasers}</div></body>",
        $"<body><div class='story'>{string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>"))}</div><div id='comments'>{Comments}</div></body>",
        $"<body><div class='content-with-sidebar'><article class='post tag-border category-news'>{string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p><div class='ad-slot'>Advertisement</div>"))}</article><aside>{Teasers}</aside></div></body>");

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_article_is_found_and_nothing_beside_it(string page) => Assert.Equal(string.Join("\n\n", Paragraphs), Pages.One("a.html", $"<html>{page}</html>").Text);

    [Fact]
    public void Furniture_inside_the_article_goes_to_dropped_with_its_kind()
    {
        var article = Pages.One("a.html", $"<html><body><article><h1>Freedonia closes border</h1><figure><figcaption>The border on Monday</figcaption></figure>{string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>"))}<div class='related-stories'><p>Read this as well</p></div></article></body></html>");
        Assert.Equal(["headline", "caption", "promo"], article.Dropped.Select(dropped => dropped.Kind));
        Assert.Equal("Freedonia closes border", article.Source.Headline);
    }
}
