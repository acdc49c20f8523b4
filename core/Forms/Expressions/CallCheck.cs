namespace RbcBot.Core.Forms.Expressions;

/// <summary>What can be said of a call before it runs: whether the function exists and its arguments fit.</summary>
static class CallCheck
{
    public static CallSyntax Checked(Token name, IReadOnlyList<Syntax> arguments)
    {
        var function = Functions.All.GetValueOrDefault(name.Text) ?? throw Tokens.Wrong(name, Unknown(name.Text));
        if (arguments.Count < function.Fewest || arguments.Count > function.Most)
        {
            throw Tokens.Wrong(name, $"{name.Text} takes {function.Takes}, not {arguments.Count}");
        }
        if (function.TakesNodes && arguments.Count > 0 && !CanBeNodes(arguments[0]))
        {
            throw new ExpressionException(arguments[0].Position, $"{name.Text} takes questions or groups, such as ${{name}}, not a text or number");
        }
        if (function.TakesPairsAfter is { } lead && (arguments.Count - lead) % 2 != 0)
        {
            throw Tokens.Wrong(name, $"{name.Text} takes pairs after argument {lead}, but one is without its second half");
        }
        return new(name.Position, function, arguments, PatternOf(function, arguments));
    }

    static bool CanBeNodes(Syntax argument) => argument is not (LiteralSyntax or NegationSyntax or BinarySyntax { Operator: not Operator.Union });

    static Pattern? PatternOf(Function function, IReadOnlyList<Syntax> arguments)
    {
        if (function.Name != "regex" || arguments[1] is not LiteralSyntax pattern)
        {
            return null;
        }
        try
        {
            return Pattern.Read(pattern.Value.Text(TimeZoneInfo.Utc));
        }
        catch (ArgumentException wrong)
        {
            throw new ExpressionException(pattern.Position, $"the pattern cannot be read: {wrong.Message}");
        }
    }

    static string Unknown(string name)
    {
        if (Unsupported.Why(name) is { } why)
        {
            return $"{name}() is not supported: {why}";
        }
        var close = Functions.All.Keys.FirstOrDefault(known => Plain(known) == Plain(name));
        return close is null
            ? $"there is no function {name}(): see the table of supported functions"
            : $"there is no function {name}(): write {close}()";
    }

    /// <summary>The name without what people mistake: case, hyphens and underscores.</summary>
    static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
