using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class TreeTests
{
    readonly SmallForm form = new();

    [Theory]
    [InlineData("//cases[1]", "5 12")]
    [InlineData("(//cases)[1]", "5")]
    [InlineData("//person[2]/preceding-sibling::*[1]/first", "Aline")]
    [InlineData("//cases/ancestor::*[1]/first", "Aline Jean")]
    [InlineData("//person[2]/preceding::first", "Aline")]
    [InlineData("//flag/following::cases", "5 12")]
    [InlineData("//cases | //first", "Aline 5 Jean 12")]
    [InlineData("//cases/.. /first[. = 'Jean']/text()", "Jean")]
    public void Every_axis_leads_where_the_standard_says(string expression, string texts) =>
        Assert.Equal(texts, string.Join(' ', SmallForm.Read(expression).AsNodes(form.Context).Select(node => node.Seen)));

    [Fact]
    public void Texts_comments_and_instructions_between_elements_are_nodes()
    {
        var note = form.Data.Add(new Node("mixed"));
        note.AddText("before ");
        note.Add(new Node("b") { Text = "bold" });
        note.AddComment("unseen");
        note.AddInstruction("style", "small");
        note.AddText(" after");
        Assert.Equal("before bold after", form.Text("/data/mixed"));
        Assert.Equal(" after", form.Text("/data/mixed/text()[2]"));
        Assert.Equal("small", form.Text("/data/mixed/processing-instruction('style')"));
        Assert.Equal("unseen", form.Text("/data/mixed/comment()"));
    }

    [Fact]
    public void Names_have_namespaces_where_a_document_has_them()
    {
        var meta = form.Data.Add(new Node("orx:meta") { Namespace = "http://openrosa.org/xforms" });
        meta.AddAttribute("id", "m1");
        Assert.Equal("orx:meta meta http://openrosa.org/xforms", form.Text("concat(name(//orx:meta), ' ', local-name(//orx:*), ' ', namespace-uri(id('m1')))"));
        Assert.Equal("0", form.Text("count(//meta)"));
    }

    [Fact]
    public void A_prefix_is_a_part_of_the_name_where_there_are_no_namespaces()
    {
        form.Data.Add(new Node("orx:meta") { Text = "here" });
        Assert.Equal("here", form.Text("/data/orx:meta"));
    }

    [Fact]
    public void The_text_within_an_answer_keeps_up_with_it()
    {
        var name = form.Data.Child("name")!;
        var text = Assert.Single(SmallForm.Read("/data/name/text()").AsNodes(form.Context));
        name.Text = "Jean";
        Assert.Equal("Jean", text.Seen);
        name.IsRelevant = false;
        Assert.Equal("", text.Seen);
    }
}
