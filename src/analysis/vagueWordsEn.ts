import { type VagueWords, wordSet } from './vagueNames.ts'

/** English. A word belongs here when nobody could telephone what it names. Another language is a file like this one. */
export const VAGUE_WORDS_EN: VagueWords = {
  articles: wordSet('a, an, the'),
  nouns: wordSet(`
    activists, adults, allies, authorities, boys, business, businesses, businessmen, businesspeople, children,
    churches, citizens, civil society, communities, community, companies, consumers, corporations, customers,
    drivers, elderly, elders, elite, elites, employees, employers, everybody, everyone, experts, families, farmers,
    fathers, folks, girls, government, governments, grassroots, homeless, households, immigrants, industry,
    influencers, inhabitants, intellectuals, journalists, kids, leaders, locals, majority, marginalised,
    marginalized, masses, media, men, middle class, middle classes, migrants, minorities, mothers, neighbors,
    neighbours, ngo, ngos, officials, opponents, parents, pensioners, people, persons, policy makers, policymakers,
    politicians, poor, population, press, private sector, public, public opinion, public sector, pupils, refugees,
    residents, retirees, rich, ruling class, scientists, seniors, society, somebody, someone, stakeholders, state,
    students, supporters, taxpayers, teachers, teenagers, teens, tenants, unemployed, unions, villagers, volunteers,
    voters, women, workers, working class, working classes, youngsters, youth, youths`),
  fillers: wordSet(`
    adult, affected, all, and, any, at, average, big, broad, broader, certain, civic, common, concerned, different,
    disabled, etc, everyday, faith, female, few, foreign, general, global, in, indigenous, interested,
    international, large, larger, local, male, many, mass, members, more, most, national, normal, of, old, older,
    or, ordinary, other, our, political, regional, regular, relevant, religious, rest, rural, small, social, some,
    their, these, those, trade, urban, various, wealthy, wide, wider, working, young, younger, your`),
}
