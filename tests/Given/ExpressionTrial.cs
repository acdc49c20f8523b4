using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Given;

/// <summary>Reads a text as an expression and works it out in every way; lets through only what must not happen.</summary>
static class ExpressionTrial
{
    /// <summary>Whether the text could be read.</summary>
    public static bool Try(string text, EvaluationContext context)
    {
        var reading = Expression.Parse(text);
        if (reading.Expression is not { } expression)
        {
            var position = reading.Error!.Position; // One of the two is there.
            return position >= 1 && position <= text.Length + 1 ? false : throw new InvalidOperationException($"an error at {position}, which is no place in the text");
        }
        Refusable(() => expression.AsStored(context));
        Refusable(() => expression.AsNumber(context));
        Refusable(() => expression.AsBoolean(context));
        Refusable(() => expression.AsNodes(context));
        return true;
    }

    static void Refusable<T>(Func<T> work)
    {
        try
        {
            work();
        }
        catch (ExpressionException)
        {
            // The text can be read and not worked out: the runner tells so.
        }
    }
}
