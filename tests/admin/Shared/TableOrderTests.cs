using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using RbcBot.Admin.Shared;

namespace RbcBot.Tests.Admin.Shared;

public sealed class TableOrderTests
{
    [Theory]
    [InlineData("", "touched", true, 1)]
    [InlineData("?sort=name", "name", false, 1)]
    [InlineData("?sort=-name&page=3", "name", true, 3)]
    public void An_address_says_order_and_page(string address, string by, bool isDescending, int page)
    {
        var order = Of(address);
        Assert.Equal((by, isDescending, page, (page - 1) * TableOrder.PageSize), (order?.By, order?.IsDescending, order?.Page, order?.Skipped));
    }

    [Theory]
    [InlineData("?sort=secret")]
    [InlineData("?sort=--name")]
    [InlineData("?page=0")]
    [InlineData("?page=-1")]
    [InlineData("?page=1e9")]
    [InlineData("?page=99999999999")]
    public void What_no_link_of_ours_sends_is_refused(string address) => Assert.Null(Of(address));

    [Fact]
    public void Where_a_page_begins_is_read_up_to_a_length()
    {
        Assert.Equal("row-7", Of("?after=row-7")?.After);
        Assert.Null(Of("?after=" + new string('x', 500)));
    }

    [Fact]
    public void A_page_is_cut_out_of_all_rows() =>
        Assert.Equal([100], Of("?sort=name&page=3")?.Cut(Enumerable.Range(0, 101)));

    static TableOrder? Of(string address) => TableOrder.Of(new QueryCollection(QueryHelpers.ParseQuery(address)), "-touched", "name", "touched");
}
