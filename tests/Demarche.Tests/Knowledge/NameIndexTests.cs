using System.Globalization;
using System.Text;
using Demarche.Knowledge;

namespace Demarche.Tests.Knowledge;

/// <summary>Names are found where they lie, by hashes of their keys: nothing may be lost or taken for another's.</summary>
public sealed class NameIndexTests
{
    private static readonly KnowledgeBase Known = KnowledgeBase.Load(Lexicon.Default);

    [Fact]
    public void Every_person_is_found_by_every_full_name()
    {
        foreach (var row in Lexicon.Default.Rows("Knowledge/holders/").Concat(Lexicon.Default.Rows("Knowledge/people/")))
            foreach (var name in row.List("names").Append(row["name"]))
                if (NameKey.Of(name).Contains(' ', StringComparison.Ordinal))
                    Assert.Contains(Known.Names.Find(NameKey.Of(name)).ToArray(), found => found.Person?.Name == row["name"]);
    }

    [Fact]
    public void Every_organization_role_and_state_is_found_by_every_name()
    {
        foreach (var row in Lexicon.Default.Rows("Knowledge/organizations"))
            foreach (var name in row.List("names").Append(row["name"]))
                Assert.Contains(Known.Names.Find(NameKey.Of(name)).ToArray(), found => found.Organization?.Id == row["id"] && found.Spelling == name);
        foreach (var row in Lexicon.Default.Rows("Knowledge/roles"))
            foreach (var name in row.List("plural").Append(row["role"]))
                Assert.Contains(Known.Names.Find(NameKey.Of(name)).ToArray(), found => found.Role?.Noun == row["role"]);
        foreach (var state in Known.States.Names)
            Assert.Contains(Known.Names.Find(NameKey.Of(state.Name)).ToArray(), found => found.State == state.State && found.StateName == state.Kind);
    }

    [Fact]
    public void A_name_stands_only_for_those_who_bear_it()
    {
        foreach (var person in Known.People.All)
            foreach (var name in person.Names)
                foreach (var found in Known.Names.Find(NameKey.Of(name)))
                    Assert.Equal(NameKey.Of(name), NameKey.Of(found.Spelling));
    }

    [Fact]
    public void Holders_are_those_of_the_rows()
    {
        foreach (var office in Lexicon.Default.Rows("Knowledge/holders/").GroupBy(row => row["office"], StringComparer.Ordinal))
        {
            var day = new DateOnly(2003, 6, 1);
            var held = office.Where(row => row["status"] != "elect" && DayRange.Read(row, "from", "to").Holds(day)).Select(row => row["name"]).Order(StringComparer.Ordinal);
            Assert.Equal(held, Known.People.Holders(office.Key, day).Select(holder => holder.Person.Name).Order(StringComparer.Ordinal));
        }
        Assert.Empty(Known.People.Holders("NOWHERE:president", null));
    }

    [Fact]
    public void Letters_are_folded_as_their_canonical_decomposition_says()
    {
        const string own = "øØłŁđĐıİßæÆœŒðÐþÞŋəƏ'’‘ʻʼ`_";
        for (var letter = '\u00c0'; letter < '\u2000'; letter++)
            if (letter is < '\u0530' or >= '\u1e00' && char.IsLetter(letter) && !own.Contains(letter, StringComparison.Ordinal))
                Assert.Equal(letter.ToString().Normalize(NormalizationForm.FormD)[..1].ToLower(CultureInfo.InvariantCulture), NameKey.Fold(letter).ToString());
        Assert.Equal("malaga ø".Replace("ø", "o", StringComparison.Ordinal), NameKey.Of("Málaga Ø"));
    }

    [Fact]
    public void Numbers_come_back_in_the_order_in_which_they_were_added()
    {
        var table = new KeyTable(1);
        for (var i = 0; i < 5000; i++)
            table.Add(KeyTable.Hash((i % 1000).ToString(CultureInfo.InvariantCulture)), i);
        Assert.Equal(1000, table.Count);
        for (var key = 0; key < 1000; key++)
        {
            List<int> values = [];
            foreach (var value in table.ValuesOf(table.Find(KeyTable.Hash(key.ToString(CultureInfo.InvariantCulture)))))
                values.Add(value);
            Assert.Equal([key, key + 1000, key + 2000, key + 3000, key + 4000], values);
        }
        Assert.Equal(-1, table.Find(KeyTable.Hash("1000")));
    }
}
