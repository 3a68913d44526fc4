/**
 * First names that are given often in the Netherlands, Belgium, Germany, France and the English-speaking countries.
 * Short on purpose: a sample of customers holds enough of them, a sample of products does not.
 */
const list =
  'jan johannes piet pieter kees cornelis henk hendrik gerrit willem wim dirk jeroen bas sander mark marco martijn ' +
  'maarten erik rob robert ruud frank thijs tim tom daan sem lucas levi finn bram lars luuk jesse ruben stijn niels ' +
  'joost koen wouter arjan marcel peter paul hans jos theo ton ad bert bart anton gert jaap klaas leo michel ronald ' +
  'patrick richard edwin dennis kevin rick vincent anna maria johanna emma julia sophie sofie lotte eva lisa sanne ' +
  'femke marieke anouk iris fleur esther ingrid monique petra mieke ria els ans truus annie wilma yvonne linda ' +
  'karin anja marjan marloes margriet tineke willemijn roos noor tess saar mila nora zoe sara fatima aisha mohamed ' +
  'mohammed ahmed ali youssef hassan ibrahim yusuf mehmet mustafa emre elif zeynep amina khadija omar said hamza ' +
  'michael thomas andreas stefan christian markus matthias alexander daniel martin sebastian florian tobias jonas ' +
  'felix maximilian max leon paul lukas ben elias noah moritz philipp jannik wolfgang klaus juergen dieter uwe heinz ' +
  'helmut werner ralf bernd sabine susanne andrea claudia monika birgit ute heike katharina christine stefanie ' +
  'nicole julia laura lena hannah lea marie sophia emilia charlotte johanna greta frieda ursula renate gisela helga ' +
  'brigitte karl otto friedrich hannes jean pierre michel andre philippe alain bernard jacques francois christophe ' +
  'nicolas julien guillaume mathieu matthieu antoine louis hugo arthur jules gabriel raphael adam nathan theo lea ' +
  'chloe manon camille ines jade louise alice margaux nathalie isabelle sylvie catherine francoise martine veronique ' +
  'sandrine valerie celine aurelie emilie pauline mathilde clemence elodie james john william george charles henry ' +
  'david joseph edward andrew matthew anthony christopher steven kenneth brian jack oliver harry jacob charlie ' +
  'samuel joshua ethan mason logan liam mary patricia jennifer elizabeth barbara susan jessica karen nancy margaret ' +
  'sarah emily olivia amelia isla ava grace lily ella mia abigail madison hannah victoria samantha ashley stephanie ' +
  'rebecca rachel helen amy angela melissa amanda luca giulia marco giovanni paolo francesca jose carlos juan luis ' +
  'antonio manuel carmen ana lucia piotr krzysztof andrzej tomasz katarzyna agnieszka ewa bob ella nils sven lara';

export const firstNames: ReadonlySet<string> = new Set(list.split(' '));

/** What stands before a surname: `van der`, `von`, `de la`. */
export const surnameParticles: ReadonlySet<string> = new Set(
  'van de der den het ter ten te von zu vom zum zur du des la le el al bin ben di da dos mac mc st vander op'.split(
    ' ',
  ),
);

/** Words by which a text addresses or points at a person. */
export const personWords: ReadonlySet<string> = new Set(
  (
    'mevrouw mw mevr meneer dhr heer hij zij zijn haar hem familie echtgenoot echtgenote dochter zoon klant ' +
    'herr frau er sie ihr ihm ihre seine familie kunde kundin tochter sohn ' +
    'madame monsieur mme mr mlle il elle son sa famille epouse mari fille fils cliente ' +
    'mrs ms miss sir madam he she his her him husband wife daughter son customer'
  ).split(' '),
);
