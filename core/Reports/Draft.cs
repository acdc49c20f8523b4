using RbcBot.Core.Texts;

namespace RbcBot.Core.Reports;

/// <summary>A section in the making: sentences, tables and pictures in order, numbers registered.</summary>
sealed class Draft(Wording words, FactRegister register)
{
    readonly List<Block> blocks = [];

    public Wording Words => words;

    public Language Language => words.Language;

    public FactRegister Register => register;

    public string Say(string key, params (string Name, object? Value)[] slots) => words.Say(key, slots);

    public void Add(ParagraphKind kind, string text, params string[] facts) =>
        blocks.Add(new Block { Paragraph = new Paragraph(text, kind, facts) });

    public void Add(Table table) => blocks.Add(new Block { Table = table });

    public void Add(Figure figure) => blocks.Add(new Block { Figure = figure });

    public Section Close(string id) => new(id, Say($"section.{id}"), [.. blocks]);
}
