using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>The choices of a slot as they stand now: filtered, in their order, those of a repeat's answers among them.</summary>
sealed class SlotChoices(FormPlan plan, Slot slot, FormMoment moment, EvaluationContext context, Func<Func<bool>, bool, bool> attempted)
{
    internal IReadOnlyList<Choice> Options(Question question)
    {
        if (slot.Bind.IsFromRepeat && !slot.IsPrompt)
        {
            return Ordered(FromRepeat());
        }
        return Ordered(slot.Bind.Filter is null || slot.IsPrompt ? question.Choices : [.. question.Choices.Where((_, index) => Offers(index))]);
    }

    /// <summary>Whether all names of an answer stand.</summary>
    internal bool Offers(string answer)
    {
        Func<string, bool> stands = slot.Bind.IsFromRepeat ? FromRepeat().Select(choice => choice.Name).ToHashSet().Contains : OffersName;
        return slot.Question?.Type == QuestionType.SelectOne ? stands(answer) : answer.Split(' ').All(stands);
    }

    bool OffersName(string name) => slot.Bind.Question?.Choices.Index().Any(choice => choice.Item.Name == name && Offers(choice.Index)) ?? false;

    bool Offers(int choice) => Passes(plan.ChoiceRows[slot.Bind.Index][choice]);

    bool Passes(Node row) => slot.Bind.Filter is not { } filter
        || attempted(() => filter.AsBoolean(context with { Context = row, Current = slot.Node }), true);

    /// <summary>Whether the filter lets an instance of the repeat through; what it says of rows of that repeat is of that instance.</summary>
    bool Passes(Slot? answered) => slot.Bind.Filter is not { } filter || answered?.Instance is not { } instance
        || attempted(() => filter.AsBoolean(context with { Context = instance.Node, Current = slot.Node, Resolve = (name, viewer) => context.Resolve(name, IsBeside(name, instance) ? instance.Node : viewer) }), true);

    bool IsBeside(string name, Slot instance) => plan.Named(name) is { } index && plan.Binds[index].IsWithin(instance.Bind);

    /// <summary>What was answered in the instances of a repeat, blanks left out.</summary>
    List<Choice> FromRepeat() =>
        [.. context.Resolve(slot.Bind.List[2..^1].Trim(), slot.Node)
            .Where(node => node.Seen.Length > 0 && Passes(node.Owner as Slot))
            .Select(node => node.Seen)
            .Select(text => new Choice(text, new Dictionary<string, string> { [""] = text }, new Dictionary<string, string>()))];

    /// <summary>A seed of the run's own that is the same at each of its turns.</summary>
    long Chance => (long)(StableHash.Of(slot.Path, moment.Seed) >> 2);

    IReadOnlyList<Choice> Ordered(IReadOnlyList<Choice> options) => slot.Bind.Order is not { } order || slot.IsPrompt ? options
        : Shuffle.Of(options, order.Seed is { } seed ? Whole(seed) : Chance);

    long Whole(Expression seed)
    {
        var whole = 0L;
        attempted(() => (whole = seed.AsSeed(context)) > 0, false);
        return whole;
    }
}
