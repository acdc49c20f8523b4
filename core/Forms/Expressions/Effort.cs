namespace RbcBot.Core.Forms.Expressions;

/// <summary>How much looking around one evaluation may still do: conditions within conditions multiply, and must not stop the bot.</summary>
sealed class Effort
{
    /// <summary>Nodes that may be looked at, and what trying a condition on one of them counts for; together well under a tenth of a second.</summary>
    const int MostNodes = 1_000_000, Condition = 5;

    int left = MostNodes;

    public void Look() => Spend(1);

    public void Try() => Spend(Condition);

    void Spend(int nodes)
    {
        left -= nodes;
        if (left < 0)
        {
            throw new ExpressionException(1, "this looks at too many rows: name the path to a row instead of // or *, and put fewer conditions into one another");
        }
    }
}
