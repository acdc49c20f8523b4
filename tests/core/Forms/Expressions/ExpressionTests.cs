using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class ExpressionTests
{
    readonly SmallForm form = new();

    [Theory]
    [InlineData("${none} > 0")]
    [InlineData("${none} < 1")]
    [InlineData("${none} = 0")]
    [InlineData("not(${none})")]
    [InlineData("${missing} = ''")]
    public void Blank_is_never_a_number_and_still_a_node(string expression) => Assert.False(form.Truth(expression));

    [Fact]
    public void Blank_equals_the_empty_text() => Assert.True(form.Truth("${none} = ''"));

    [Fact]
    public void What_is_no_number_is_stored_as_blank() =>
        Assert.Equal(("NaN", ""), (form.Text("${none} + 1"), form.Stored("${none} + 1")));

    [Fact]
    public void Stored_false_is_true_by_itself_but_equals_false() =>
        Assert.True(form.Truth("${flag} and ${flag} = 'false' and not(boolean-from-string(${flag}))"));

    [Fact]
    public void If_works_out_only_the_branch_it_takes() => Assert.Equal("yes", form.Text("if(1 = 1, 'yes', count(string(1)))"));

    [Theory]
    [InlineData("'10' > '9'", "true")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("100000 * 100000 * 1000000000000", "10000000000000000000000")]
    [InlineData("round(-2.5)", "-3")]
    [InlineData("round(2.345, 2)", "2.35")]
    [InlineData("round(1250, -2)", "1300")]
    [InlineData("'' + 1", "NaN")]
    public void Numbers_are_those_of_the_standard(string expression, string text) => Assert.Equal(text, form.Text(expression));

    [Theory]
    [InlineData("${cases} = 5 and ${cases} != 5", "true")]
    [InlineData("sum(${cases})", "17")]
    [InlineData("indexed-repeat(${first}, ${person}, 2)", "Jean")]
    [InlineData("/data/person[cases > 10]/first", "Jean")]
    [InlineData("count(//cases)", "2")]
    public void Repeats_give_all_their_nodes(string expression, string text) => Assert.Equal(text, form.Text(expression));

    [Theory]
    [InlineData("${first}", "Jean")]
    [InlineData("position(..)", "2")]
    [InlineData("../first", "Jean")]
    [InlineData("indexed-repeat(${first}, ${person}, position(..) - 1)", "Aline")]
    public void Within_a_repeat_the_nearest_answer_is_meant(string expression, string text)
    {
        form.At = form.Data.Children[^1].Child("cases");
        Assert.Equal(text, form.Text(expression));
    }

    [Fact]
    public void What_is_not_relevant_counts_as_blank_and_comes_back()
    {
        form.Data.Children[^1].IsRelevant = false;
        Assert.Equal("5", form.Text("join(',', ${cases})").TrimEnd(','));
        form.Data.Children[^1].IsRelevant = true;
        Assert.Equal("5,12", form.Text("join(',', ${cases})"));
    }

    [Fact]
    public void In_a_choice_filter_the_row_is_looked_at_and_the_answer_is_still_the_question()
    {
        var root = new Node("root");
        var row = root.Add(new Node("item"));
        row.Add(new Node("name") { Text = "musanze" });
        row.Add(new Node("first") { Text = "Jean" });
        form.At = form.Data.Children[^1].Child("cases");
        Assert.True(SmallForm.Read("first = ${first} and name != current()").AsBoolean(form.Context with { Context = row }));
    }

    [Fact]
    public void Other_instances_are_found_by_their_id()
    {
        var root = form.Instances["districts"] = new Node("root");
        root.Add(new Node("item")).Add(new Node("label") { Text = "Huye" });
        Assert.Equal("Huye", form.Text("instance('districts')/root/item[label = 'Huye']/label"));
    }

    [Fact]
    public void Choice_names_take_the_question_as_authors_write_it() =>
        Assert.Equal("label of anxiety at /data/topics", form.Text("jr:choice-name(selected-at(${topics}, 0), '${topics}')"));

    [Fact]
    public void Once_keeps_what_is_there()
    {
        form.At = form.Data.Child("name");
        Assert.Equal("Aline", form.Text("once('Jean')"));
    }

    [Fact]
    public void Regex_finds_a_part() => Assert.True(form.Truth("regex('tel 0788123456', '[0-9]{10}')"));

    [Fact]
    public void Regex_takes_only_plain_digits() => Assert.False(form.Truth(@"regex('٠٧٨٨', '^\d{4}$')"));

    [Fact]
    public void Regex_that_runs_away_is_cut_off_and_does_not_match() =>
        Assert.False(form.Truth($"regex('{new string('a', 60)}!', '^(a|aa)+$')"));
}
