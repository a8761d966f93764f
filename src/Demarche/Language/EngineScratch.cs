using Demarche.Documents;
using Demarche.Language.Naming;
using Demarche.Language.Neural;
using Demarche.Language.Tokens;

namespace Demarche.Language;

/// <summary>What one thread needs to analyse a text, kept from text to text so that nothing is allocated but the result.</summary>
internal sealed class EngineScratch
{
    [ThreadStatic]
    private static EngineScratch? t_own;

    public readonly List<TextSpan> Tokens = [];
    public readonly List<TokenRange> Sentences = [];
    public readonly TaggedWords Words = new();
    public readonly NeuralScratch Neural = new();
    public readonly ClauseParts Clauses = new();
    public string[] Forms = [];
    public Upos[] Upos = [];
    public string[] Xpos = [];
    public int[] Heads = [];
    public Deprel[] Relations = [];
    public int[] NameTags = [];

    public static EngineScratch OfThread() => t_own ??= new();

    public void Reserve(int tokens)
    {
        if (Forms.Length >= tokens)
            return;
        tokens = Math.Max(128, tokens * 3 / 2);
        Forms = new string[tokens];
        Upos = new Upos[tokens];
        Xpos = new string[tokens];
        Heads = new int[tokens];
        Relations = new Deprel[tokens];
        NameTags = new int[tokens];
    }
}
