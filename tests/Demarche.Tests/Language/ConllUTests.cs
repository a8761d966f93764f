using Demarche.Language;

namespace Demarche.Tests.Language;

public sealed class ConllUTests
{
    [Fact]
    public void Contractions_are_written_as_multiword_tokens_and_read_back()
    {
        const string Text = "She doesn't know the 😀 minister's plan.";
        var engine = LanguageEngine.Load();
        var writer = new StringWriter();
        ConllUWriter.Write(writer, Text, engine.Analyze(Text));
        var written = writer.ToString();
        Assert.Contains("2-3\tdoesn't\t", written, StringComparison.Ordinal);
        Assert.Contains("TokenRange=23:33", written, StringComparison.Ordinal);
        var file = ConllUFile.Read(written);
        Assert.Equal(Text, file.Text.Trim());
        Assert.Equal(engine.Analyze(Text)[0].Tokens.Select(token => token.Span), file.Sentences[0].Tokens.Tokens.Select(token => token.Span));
    }

    [Fact]
    public void A_broken_line_is_named() =>
        Assert.Contains("Line 2", Assert.Throws<FormatException>(() => ConllUFile.Read("# text = x\n1\tx\n")).Message, StringComparison.Ordinal);
}
