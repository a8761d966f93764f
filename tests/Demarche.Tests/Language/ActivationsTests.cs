using System.Runtime.Intrinsics;
using Demarche.Language.Neural;

namespace Demarche.Tests.Language;

public sealed class ActivationsTests
{
    [Theory]
    [InlineData(-20f)]
    [InlineData(-2.5f)]
    [InlineData(-0.01f)]
    [InlineData(0f)]
    [InlineData(0.7f)]
    [InlineData(5f)]
    [InlineData(30f)]
    public void They_agree_with_the_mathematics_library(float x)
    {
        Assert.Equal(Math.Tanh(x), Activations.Tanh(Vector256.Create(x))[3], 1e-5);
        Assert.Equal(1 / (1 + Math.Exp(-x)), Activations.Sigmoid(Vector256.Create(x))[5], 1e-5);
    }
}
