using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>One option out of several.</summary>
static class UnderstandChoice
{
    public static Understanding Read(ShownOptions options, string text) => options.Find(Folding.Bare(text)) switch
    {
        { IsAmbiguous: true } => Understanding.Unclear("understand.ambiguous"),
        { Name: { } name, Echo: var echo } => Understanding.Read(name, echo),
        _ => Understanding.Unclear("understand.choice"),
    };
}
