using Demarche.Records;

namespace Demarche.Tests;

public sealed class CodePointsTests
{
    [Fact]
    public void An_emoji_counts_once()
    {
        var points = new CodePoints("a😀b");
        Assert.Equal(2, points.At(3));
        Assert.Equal(3, points.At(4));
    }
}
